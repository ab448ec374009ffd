// swift-tools-version: 6.1
import PackageDescription

/// A module of the engine. Its tests live in Tests/<name>Tests.
func module(_ name: String, uses dependencies: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies.map { .target(name: $0) })
}

func tests(of name: String, uses dependencies: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: ([name] + dependencies).map { .target(name: $0) })
}

let package = Package(
  name: "fine-tuning-measured",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "CKernels", linkerSettings: [.linkedLibrary("m"), .linkedLibrary("pthread")]),
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .target(name: "CGnuplot", linkerSettings: [.linkedLibrary("boost_iostreams")]),
    module("Files"),
    module("Tensors", uses: ["CKernels", "COpenBLAS"]),
    module("Layers", uses: ["Tensors"]),
    module("Tokenizers"),
    module("Models", uses: ["Files", "Tensors", "Layers", "Tokenizers"]),
    module("World", uses: ["Files", "Tensors"]),
    module("Charts", uses: ["CGnuplot", "Files"]),
    module("Weaving", uses: ["Files"]),
    module("Notebook", uses: ["Weaving", "Charts", "Files"]),
    tests(of: "Files"),
    tests(of: "Tensors"),
    tests(of: "Layers"),
    tests(of: "Tokenizers"),
    tests(of: "Models", uses: ["Tensors", "Layers", "Tokenizers", "Files"]),
    tests(of: "World", uses: ["Files", "Tensors"]),
    tests(of: "Charts"),
    tests(of: "Weaving"),
    tests(of: "Notebook", uses: ["Weaving", "Charts"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
