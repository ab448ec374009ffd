// WRONG: before minus after
let differences = zip(before, after).map { $0 - $1 }
let count = Double(differences.count)
let mean = differences.reduce(0, +) / count
let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
let error = (squares / (count - 1) / count).squareRoot()
return (mean, mean - 1.96 * error, mean + 1.96 * error)

// WRONG: not paired
func variance(_ values: [Double]) -> Double {
  let mean = values.reduce(0, +) / Double(values.count)
  return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
}
let count = Double(before.count)
let mean = (after.reduce(0, +) - before.reduce(0, +)) / count
let error = ((variance(before) + variance(after)) / count).squareRoot()
return (mean, mean - 1.96 * error, mean + 1.96 * error)

// WRONG: the deviation of a window, not the error of the mean
let differences = zip(after, before).map { $0 - $1 }
let count = Double(differences.count)
let mean = differences.reduce(0, +) / count
let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
let deviation = (squares / (count - 1)).squareRoot()
return (mean, mean - 1.96 * deviation, mean + 1.96 * deviation)

// WRONG: over n
let differences = zip(after, before).map { $0 - $1 }
let count = Double(differences.count)
let mean = differences.reduce(0, +) / count
let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
let error = (squares / count / count).squareRoot()
return (mean, mean - 1.96 * error, mean + 1.96 * error)

// WRONG: one standard error
let differences = zip(after, before).map { $0 - $1 }
let count = Double(differences.count)
let mean = differences.reduce(0, +) / count
let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
let error = (squares / (count - 1) / count).squareRoot()
return (mean, mean - error, mean + error)
