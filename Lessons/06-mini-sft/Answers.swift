import Course

/// A model that was not tuned: what it makes of the papers in every way of asking.
struct Untuned: Codable {
  /// In the template, on all papers.
  let sheet: Sheet
  /// On the validation papers and on the decisive ones, way by way.
  let validation: [Sheet]
  let decisive: [Sheet]
  let classes: [[ClassScores]]
  let general: GeneralAbility
  let sayings: [String]
}

extension Laboratory {
  func untuned(_ folder: URL, _ prompts: ExamplePrompts) throws -> Untuned {
    let model = try GPT2LMHeadModel.load(folder)
    let exam = examiner.exam
    let decisive = exam.decisive.map { exam.papers[$0] }
    return Untuned(
      sheet: try exam.sheet(of: model),
      validation: try Way.allCases.map { try exam.sheet(of: model, exam.validation, $0, prompts) },
      decisive: try Way.allCases.map { try exam.sheet(of: model, decisive, $0, prompts) },
      classes: try Way.allCases.map { try examiner.classes.scores(of: model, $0) },
      general: try examiner.general.measure(model), sayings: try examiner.sayings(of: model))
  }

  /// The committed chat model, measured as everything else is.
  func longRun(_ folder: URL) throws -> LongRun {
    let model = try GPT2LMHeadModel.load(folder)
    return LongRun(
      sheet: try examiner.exam.sheet(of: model), general: try examiner.general.measure(model),
      sayings: try examiner.sayings(of: model))
  }
}

struct LongRun: Codable {
  let sheet: Sheet
  let general: GeneralAbility
  let sayings: [String]
}

/// All answers to the papers, side by side.
struct AnswerResults {
  let exam: Exam
  let classes: ClassExam
  let mini: Untuned
  let nano: Untuned
  let tuned: [TunedModel]
  let tunedNano: [TunedModel]
  let longRun: LongRun

  /// The place of the way in which validation finds mini, untuned, best.
  var bestWay: Int { best { mini.validation[$0].hits(Array(exam.validation.indices)).mean } }

  /// The same for classes by their scores, with whether they are calibrated.
  var bestScoring: (way: Int, calibrated: Bool) {
    let all = [false, true].map { calibrated in
      Way.allCases.indices.map {
        classes.hits(mini.classes[$0], calibrated: calibrated, validation: true).mean
      }
    }
    let calibrated = all[1].max()! > all[0].max()!
    let shares = all[calibrated ? 1 : 0]
    return (best { shares[$0] }, calibrated)
  }

  private func best(_ share: (Int) -> Double) -> Int {
    let ways = Way.allCases.indices
    return ways.max { share($0) < share($1) }!
  }

  func untunedHits(_ model: Untuned, _ way: Int) -> [Double] {
    model.decisive[way].hits(Array(exam.decisive.indices))
  }

  private func paired(_ seeds: [[Double]], minus base: [Double]) -> PairedDifferences {
    PairedDifferences(seeds.map { zip($0, base).map { $0 - $1 } })
  }

  /// Tuned minus untuned mini, at its best.
  var tunedMinusUntuned: PairedDifferences {
    paired(tuned.map { $0.sheet.hits(exam.decisive) }, minus: untunedHits(mini, bestWay))
  }

  /// Tuned nano minus untuned mini, at its best.
  var smallMinusLarge: PairedDifferences {
    paired(tunedNano.map { $0.sheet.hits(exam.decisive) }, minus: untunedHits(mini, bestWay))
  }

  func classHits(_ model: TunedModel) -> [Double] {
    classes.hits(model.classes, calibrated: false)
  }

  func untunedClassHits(_ model: Untuned) -> [Double] {
    classes.hits(model.classes[bestScoring.way], calibrated: bestScoring.calibrated)
  }

  var smallMinusLargeByScores: PairedDifferences {
    paired(tunedNano.map(classHits), minus: untunedClassHits(mini))
  }

  func tunedShare(_ papers: [Int], _ models: [TunedModel]? = nil) -> Double {
    (models ?? tuned).flatMap { $0.sheet.hits(papers) }.mean
  }
}
