// What a lesson names besides the verbs.
@_exported import Statistics

@_exported import struct Weaving.Bilingual
@_exported import struct Weaving.Claim
@_exported import struct Weaving.Table
@_exported import enum Weaving.Value
@_exported import enum Weaving.ValueFormat
