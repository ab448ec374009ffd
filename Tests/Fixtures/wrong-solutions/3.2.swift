// WRONG: quotients that do not sum to 1
return zip(input, empty).map { exp($0 - $1) }

// WRONG: not calibrated
let weights = input.map { exp($0 - input.max()!) }
return weights.map { $0 / weights.reduce(0, +) }

// WRONG: multiplied
let logs = zip(input, empty).map { $0 + $1 }
let weights = logs.map { exp($0 - logs.max()!) }
return weights.map { $0 / weights.reduce(0, +) }

// WRONG: probabilities divided, which are 0 for long options
let weights = zip(input, empty).map { exp($0) / exp($1) }
return weights.map { $0 / weights.reduce(0, +) }

// WRONG: differences of logarithms, normalised
let gains = zip(input, empty).map { $0 - $1 }
return gains.map { $0 / gains.reduce(0, +) }

// WRONG: probabilities subtracted
let gains = zip(input, empty).map { exp($0) - exp($1) }
return gains.map { $0 / gains.reduce(0, +) }
