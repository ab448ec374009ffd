import Foundation
import ProgramRunning
import Testing

@Suite struct TrainEventsTests {
  let tiny: TinyModel

  init() throws {
    tiny = try TinyModel()
    try TaskSample.classify.write(to: tiny.folder)
  }

  private static let script = """
    import json, sys
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    events = EventAccumulator(sys.argv[1], size_guidance={"scalars": 0})
    events.Reload()
    print(json.dumps({
        tag: [[point.step, point.value, point.wall_time] for point in events.Scalars(tag)]
        for tag in events.Tags()["scalars"]
    }))
    """

  /// Each curve holds what metrics.jsonl holds, at the same steps, and times of this run.
  @Test(.enabled(if: Python.isWanted, "make python-deps, or set COURSE_PYTHON"))
  func tensorBoardReadsTheMetrics() throws {
    let start = Date().timeIntervalSince1970
    let outcome = try tiny.tune(
      TaskSample.classify.arguments(["--steps", "130", "--evaluate-every", "40"]))
    #expect(outcome.status == 0, "\(outcome.errors)")
    let read = try Python.run(Self.script, "out", in: tiny.folder.url)
    #expect(read.status == 0, "\(read.errors)")
    let curves = try object(read.output)
    let metrics = try tiny.folder.text("out/metrics.jsonl").split(separator: "\n").map {
      try object(String($0))
    }
    let keys = [
      "train/loss": "loss", "train/learning_rate": "learningRate",
      "train/gradient_norm": "gradientNorm", "eval/loss": "validationLoss",
      "eval/accuracy": "accuracy", "eval/macro_f1": "macroF1",
    ]
    #expect(Set(curves.keys) == Set(keys.keys))
    for (tag, key) in keys {
      let points = try #require(curves[tag] as? [[Double]])
      let lines = metrics.filter { $0[key] != nil }
      #expect(points.map { Int($0[0]) } == lines.compactMap { $0["step"] as? Int }, "\(tag)")
      let values = lines.compactMap { $0[key] as? Double }
      #expect(points.map { Float($0[1]) } == values.map { Float($0) }, "\(tag)")
      #expect(points.allSatisfy { (start...Date().timeIntervalSince1970).contains($0[2]) })
      #expect(points.count == (tag.hasPrefix("train") ? 130 : 5))
    }
  }
}
