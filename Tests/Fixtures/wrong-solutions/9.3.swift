// WRONG: a byte for each number
let numbers = bytes / (blocks * places)
let size = min((numbers - hiddenSize) / (2 * hiddenSize + 1), hiddenSize / 2)
return numbers > hiddenSize && size > 0 ? size : nil

// WRONG: no biases
let size = min(bytes / 4 / (blocks * places) / (2 * hiddenSize), hiddenSize / 2)
return size > 0 ? size : nil

// WRONG: the budget is each place's own
let numbers = bytes / 4
let size = min((numbers - hiddenSize) / (2 * hiddenSize + 1), hiddenSize / 2)
return numbers > hiddenSize && size > 0 ? size : nil

// WRONG: no limit
let numbers = bytes / 4 / (blocks * places)
let size = (numbers - hiddenSize) / (2 * hiddenSize + 1)
return numbers > hiddenSize && size > 0 ? size : nil

// WRONG: size 0 instead of nil
let numbers = bytes / 4 / (blocks * places)
return max(0, min((numbers - hiddenSize) / (2 * hiddenSize + 1), hiddenSize / 2))

// WRONG: rounded to the nearest
let numbers = Double(bytes) / 4 / Double(blocks * places)
let size = min(
  Int(((numbers - Double(hiddenSize)) / Double(2 * hiddenSize + 1)).rounded()), hiddenSize / 2)
return size > 0 ? size : nil
