import Course

/// A LoRA so small that it can be computed on paper: four inputs, three outputs, rank 2.
struct PaperExample {
  /// One input as a row, [1, 4].
  let x = Tensor([1, 4], [1, 0, 2, -1])
  /// The layer's matrix as GPT-2 keeps it, [inputs, outputs].
  let weight = Tensor([4, 3], [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1])
  /// PEFT's A, [rank, inputs].
  let a = Tensor([2, 4], [1, 2, 0, 0, 0, 1, 1, 0])
  /// PEFT's B, [outputs, rank].
  let b = Tensor([3, 2], [1, 0, 0, 1, 2, 1])

  /// The same output read as the lecture does, through B·A, and as it is computed.
  var readings: Table {
    var table = Table(
      "The input 1, 0, 2, −1 on its way, with a scale of 1",
      columns: [.left("step"), .right("numbers")])
    let low = x.linear(a, layout: .outputsByInputs)
    let update = low.linear(b, layout: .outputsByInputs)
    let old = x.linear(weight, layout: .inputsByOutputs)
    table.add("down to the rank: x·Aᵀ", .text(low.numbers))
    table.add("up to the outputs: (x·Aᵀ)·Bᵀ", .text(update.numbers))
    table.add(
      "through the large matrix: x·(B·A)ᵀ",
      .text(
        x.linear(b.linear(a, layout: .inputsByOutputs), layout: .outputsByInputs).numbers))
    table.add("the layer alone: x·W₀", .text(old.numbers))
    table.add("together", .text((old + update).numbers))
    return table
  }
}

extension Tensor {
  /// The other way round, in new memory.
  var transposed: Tensor {
    let (rows, columns) = (dim(0), dim(1))
    let result = Tensor(uninitialized: [columns, rows])
    for row in 0..<rows {
      for column in 0..<columns {
        result.pointer[column * rows + row] = pointer[row * columns + column]
      }
    }
    return result
  }

  /// √Σx², over all numbers.
  var norm: Double {
    storage.buffer.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
  }

  /// The largest distance between two numbers in the same place.
  func largestDifference(from other: Tensor) -> Double {
    precondition(shape == other.shape)
    return zip(storage.buffer, other.storage.buffer).reduce(0) {
      max($0, Double(abs($1.0 - $1.1)))
    }
  }

  fileprivate var numbers: String {
    elements.map { ValueFormat.fixed(0).string(for: Double($0)) }.joined(separator: ", ")
  }

  var largestMagnitude: Double { storage.buffer.reduce(0) { max($0, Double(abs($1))) } }
}

/// Who calls which matrix what, with its shape in a layer of I inputs and O outputs.
func nameTable() -> Table {
  var table = Table(
    "Two small matrices, three notations",
    columns: [
      .left("what it does"), .left("lecture"), .left("PEFT"), .left("shape in PEFT's file"),
    ])
  table.add("from the inputs down to R numbers", "Bᵀ", "A", "R × inputs")
  table.add("from R numbers up to the outputs", "A", "B", "outputs × R")
  table.add("the update, for an x that is a column", "A·Bᵀ", "B·A", "outputs × inputs")
  table.add(
    "the update in GPT-2's layout, for an x that is a row", "B·Aᵀ", "Aᵀ·Bᵀ", "inputs × outputs")
  return table
}

/// A small matrix in figures.
func matrixTable(_ title: String, _ matrix: Tensor, rows: String, columns: String) -> Table {
  var table = Table(
    title,
    columns: [.left(rows)] + (1...matrix.dim(1)).map { .right("\(columns) \($0)") })
  for row in 0..<matrix.dim(0) {
    table.add(
      row: [.integer(row + 1)]
        + (0..<matrix.dim(1)).map { .fixed(matrix.pointer[row * matrix.dim(1) + $0], 0) })
  }
  return table
}
