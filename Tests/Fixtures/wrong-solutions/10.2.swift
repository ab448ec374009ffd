// WRONG: keys without values
let width = layers * hiddenSize
let stored = length * width
let trained = projection.map { inner in
  length * hiddenSize + (hiddenSize + 1) * inner + (inner + 1) * width
}
return (stored, trained ?? stored, rows * bytes * stored)

// WRONG: linear maps without biases
let width = 2 * layers * hiddenSize
let stored = length * width
let trained = projection.map { inner in
  length * hiddenSize + hiddenSize * inner + inner * width
}
return (stored, trained ?? stored, rows * bytes * stored)

// WRONG: the projection is stored
let width = 2 * layers * hiddenSize
let trained = projection.map { inner in
  length * hiddenSize + (hiddenSize + 1) * inner + (inner + 1) * width
}
return (trained ?? length * width, trained ?? length * width, rows * bytes * length * width)

// WRONG: the projection goes once through the whole prefix
let width = 2 * layers * hiddenSize
let stored = length * width
let trained = projection.map { inner in
  length * hiddenSize + (hiddenSize + 1) * inner + (inner + 1) * length * width
}
return (stored, trained ?? stored, rows * bytes * stored)

// WRONG: all texts share one copy
let width = 2 * layers * hiddenSize
let stored = length * width
let trained = projection.map { inner in
  length * hiddenSize + (hiddenSize + 1) * inner + (inner + 1) * width
}
return (stored, trained ?? stored, bytes * stored)

// WRONG: 4 bytes whatever the type
let width = 2 * layers * hiddenSize
let stored = length * width
let trained = projection.map { inner in
  length * hiddenSize + (hiddenSize + 1) * inner + (inner + 1) * width
}
return (stored, trained ?? stored, rows * 4 * stored)
