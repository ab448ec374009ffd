// WRONG: the signs of the bins cancel
let hitCount = Double(hits.filter { $0 }.count)
return abs(confidences.reduce(0, +) - hitCount) / Double(confidences.count)

// WRONG: bins that are not empty count alike
var (gaps, counts) = (Array(repeating: 0.0, count: bins), Array(repeating: 0.0, count: bins))
for (confidence, isRight) in zip(confidences, hits) {
  let bin = min(Int(confidence * Double(bins)), bins - 1)
  gaps[bin] += confidence - (isRight ? 1 : 0)
  counts[bin] += 1
}
let filled = gaps.indices.filter { counts[$0] > 0 }
return filled.reduce(0) { $0 + abs(gaps[$1]) / counts[$1] } / Double(filled.count)

// WRONG: averaged over all bins, empty ones included
var (gaps, counts) = (Array(repeating: 0.0, count: bins), Array(repeating: 0.0, count: bins))
for (confidence, isRight) in zip(confidences, hits) {
  let bin = min(Int(confidence * Double(bins)), bins - 1)
  gaps[bin] += confidence - (isRight ? 1 : 0)
  counts[bin] += 1
}
return gaps.indices.reduce(0) { $0 + abs(gaps[$1]) / max(1, counts[$1]) } / Double(bins)

// WRONG: the distance of each answer
let distances = zip(confidences, hits).map { abs($0 - ($1 ? 1 : 0)) }
return distances.reduce(0, +) / Double(distances.count)

// WRONG: no bin for a confidence of 1
var gaps = Array(repeating: 0.0, count: bins)
for (confidence, isRight) in zip(confidences, hits) {
  gaps[Int(confidence * Double(bins))] += confidence - (isRight ? 1 : 0)
}
return gaps.reduce(0) { $0 + abs($1) } / Double(confidences.count)

// WRONG: an empty bin is 0 / 0
var (gaps, counts) = (Array(repeating: 0.0, count: bins), Array(repeating: 0.0, count: bins))
for (confidence, isRight) in zip(confidences, hits) {
  let bin = min(Int(confidence * Double(bins)), bins - 1)
  gaps[bin] += confidence - (isRight ? 1 : 0)
  counts[bin] += 1
}
let total = Double(confidences.count)
return gaps.indices.reduce(0) { $0 + abs(gaps[$1]) / counts[$1] * counts[$1] / total }
