// swift-tools-version: 6.1
import PackageDescription

/// A module of the engine. Its tests live in Tests/<name>Tests.
func module(_ name: String, uses dependencies: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies.map { .target(name: $0) })
}

func tests(
  of name: String, uses dependencies: [String] = [], hasFixtures: Bool = false
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: ([name] + dependencies).map { .target(name: $0) },
    resources: hasFixtures ? [.copy("Fixtures")] : [])
}

/// A program of the course, which reads its command line with ArgumentParser.
func command(
  _ name: String, uses dependencies: [String], products: [Target.Dependency] = []
) -> Target {
  .executableTarget(
    name: name,
    dependencies: dependencies.map { .target(name: $0) } + products + [
      .product(name: "ArgumentParser", package: "swift-argument-parser")
    ])
}

/// A lesson: prose and code in Lessons/<number-name>, a program of the same name.
func lesson(_ name: String) -> Target {
  .executableTarget(
    name: "lesson-" + name, dependencies: ["Course"], path: "Lessons/" + name,
    exclude: ["zh.md", "report"])
}

let package = Package(
  name: "fine-tuning-measured",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "bench", targets: ["BenchCommand"]),
    .executable(name: "course", targets: ["CourseCommand"]),
    .executable(name: "instruct", targets: ["InstructCommand"]),
    .executable(name: "pretrain", targets: ["PretrainCommand"]),
    .executable(name: "tune", targets: ["TuneCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .target(name: "CKernels", linkerSettings: [.linkedLibrary("m"), .linkedLibrary("pthread")]),
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .target(name: "CGnuplot", linkerSettings: [.linkedLibrary("boost_iostreams")]),
    module("Files"),
    module("Tensors", uses: ["CKernels", "COpenBLAS"]),
    module("Layers", uses: ["Tensors", "CKernels"]),
    module("Tokenizers"),
    module("Models", uses: ["CKernels", "Files", "Tensors", "Layers", "Tokenizers"]),
    module("Statistics", uses: ["Tensors"]),
    .target(
      name: "FineTuning",
      dependencies: [
        "Files", "Statistics", "Tensors", "Layers", "Tokenizers", "Models", "YAMLFaults",
        .product(name: "Yams", package: "Yams"),
      ]),
    module("Adapters", uses: ["Files", "Tensors", "Layers", "Models"]),
    .target(
      name: "Commands",
      dependencies: [
        "Files", "FineTuning", "Models", "Tensors",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    command(
      "TuneCommand",
      uses: [
        "Adapters", "Charts", "Commands", "Files", "FineTuning", "Layers", "Models", "Tensors",
        "Tokenizers", "Weaving", "YAMLFaults",
      ],
      products: [.product(name: "Yams", package: "Yams")]),
    command(
      "BenchCommand",
      uses: [
        "Adapters", "Charts", "Commands", "Files", "Layers", "Models", "Tensors", "Tokenizers",
        "World",
      ]),
    command(
      "CourseCommand", uses: ["CKernels", "Commands", "Files", "Notebook", "Tensors", "Weaving"]),
    command(
      "PretrainCommand",
      uses: [
        "Charts", "Commands", "Files", "FineTuning", "Layers", "Models", "Statistics", "Tensors",
        "Tokenizers", "World",
      ]),
    command("InstructCommand", uses: ["Commands", "Course"]),
    module("World", uses: ["Files", "Tensors"]),
    module("Charts", uses: ["CGnuplot", "Files"]),
    .target(name: "YAMLFaults", dependencies: [.product(name: "Yams", package: "Yams")]),
    .target(
      name: "Weaving",
      dependencies: ["Files", "YAMLFaults", .product(name: "Yams", package: "Yams")]),
    .target(name: "CLessonSupport"),
    module(
      "Course",
      uses: [
        "Adapters", "Charts", "Files", "FineTuning", "Layers", "Models", "Notebook", "Statistics",
        "Tensors", "Tokenizers", "World",
      ]),
    lesson("00-world-and-base"),
    lesson("01-three-gpt2s"),
    lesson("02-classification-head"),
    lesson("03-in-context-learning"),
    lesson("04-alpaca-format"),
    lesson("05-loss-mask"),
    lesson("06-mini-sft"),
    lesson("07-head-or-instruction"),
    lesson("08-lora-math"),
    lesson("09-adapter-tuning"),
    lesson("10-prefix-tuning"),
    lesson("11-prompt-tuning"),
    lesson("12-freeze-and-hybrids"),
    module("Notebook", uses: ["CLessonSupport", "Weaving", "Charts", "Files", "Statistics"]),
    tests(of: "Files"),
    tests(of: "Tensors", uses: ["CKernels"]),
    tests(of: "Layers"),
    tests(of: "Tokenizers", hasFixtures: true),
    tests(
      of: "Models", uses: ["Tensors", "Layers", "Tokenizers", "Files"], hasFixtures: true),
    tests(of: "Statistics", uses: ["Tensors"]),
    tests(
      of: "FineTuning", uses: ["Layers", "Models", "Statistics", "Tensors", "Tokenizers"],
      hasFixtures: true),
    tests(
      of: "Adapters",
      uses: ["Files", "FineTuning", "Layers", "Models", "ProgramRunning", "Tensors"],
      hasFixtures: true),
    tests(of: "Course"),
    tests(of: "World", uses: ["Files", "Tensors", "Tokenizers"]),
    tests(of: "Charts", uses: ["CGnuplot"]),
    tests(of: "Weaving", uses: ["ProgramRunning"]),
    .executableTarget(
      name: "lesson-99-fixture", dependencies: ["Notebook"],
      path: "Tests/Fixtures/lesson-99-fixture"),
    tests(of: "Notebook", uses: ["Weaving", "Charts", "lesson-99-fixture"]),
    .target(name: "ProgramRunning", path: "Tests/ProgramRunning"),
    tests(of: "CourseCommand", uses: ["Notebook", "ProgramRunning", "Weaving"]),
    tests(of: "BenchCommand", uses: ["Files", "ProgramRunning", "Tokenizers"]),
    tests(
      of: "InstructCommand",
      uses: ["Files", "FineTuning", "Models", "ProgramRunning", "Tokenizers"]),
    tests(
      of: "TuneCommand",
      uses: ["Adapters", "FineTuning", "Models", "ProgramRunning", "Tensors", "Tokenizers"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
