import Files
import Foundation
import Models
import Notebook

/// The model that the reader chose with `--model`: a folder, a model in Data/models, or a name in
/// Hugging Face's cache such as `gpt2`. nil without the option.
public func chosenModel() -> URL? {
  chosenModel { name in
    try ModelLocator(
      models: CourseFolder.data().appendingPathComponent("models", isDirectory: true),
      environment: ProcessInfo.processInfo.environment
    ).folder(of: name)
  }
}

/// The folder of a model: the reader's choice, or else one of the course's own.
public func modelFolder(or name: String) -> URL {
  chosenModel() ?? courseData("models/\(name)")
}
