// WRONG: the length of the path
func length(_ steps: Int) -> Double {
  (0..<steps).reduce(0) { sum, step in
    sum + zip(path[step + 1], path[step]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }
}
let steps = path.count - 1
let step = Int((part * Double(steps)).rounded())
return (length(step) / length(steps), (Double(step) / Double(steps)).squareRoot())

// WRONG: the length of the parameters
func length(_ step: Int) -> Double { path[step].reduce(0) { $0 + $1 * $1 }.squareRoot() }
let steps = path.count - 1
let step = Int((part * Double(steps)).rounded())
return (length(step) / length(steps), (Double(step) / Double(steps)).squareRoot())

// WRONG: entries counted as steps
func distance(_ step: Int) -> Double {
  zip(path[step], path[0]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
}
let steps = path.count
let step = Int((part * Double(steps)).rounded())
return (distance(step) / distance(steps - 1), (Double(step) / Double(steps)).squareRoot())

// WRONG: a walk that grows evenly
func distance(_ step: Int) -> Double {
  zip(path[step], path[0]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
}
let steps = path.count - 1
let step = Int((part * Double(steps)).rounded())
return (distance(step) / distance(steps), Double(step) / Double(steps))

// WRONG: the step below
func distance(_ step: Int) -> Double {
  zip(path[step], path[0]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
}
let steps = path.count - 1
let step = Int(part * Double(steps))
return (distance(step) / distance(steps), (Double(step) / Double(steps)).squareRoot())

// WRONG: squared distances
func distance(_ step: Int) -> Double {
  zip(path[step], path[0]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
}
let steps = path.count - 1
let step = Int((part * Double(steps)).rounded())
return (distance(step) / distance(steps), (Double(step) / Double(steps)).squareRoot())

// WRONG: the root of the part, not of the step
func distance(_ step: Int) -> Double {
  zip(path[step], path[0]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
}
let steps = path.count - 1
let step = Int((part * Double(steps)).rounded())
return (distance(step) / distance(steps), part.squareRoot())
