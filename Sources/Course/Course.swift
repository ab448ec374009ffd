// Everything that a lesson needs, by one import.

@_exported import Adapters
@_exported import Charts
@_exported import Files
@_exported import FineTuning
@_exported import Foundation
@_exported import Layers
@_exported import Models
@_exported import Notebook
@_exported import Statistics
@_exported import Tensors
@_exported import Tokenizers
@_exported import World
