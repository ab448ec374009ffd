// WRONG: lengths of rows
return weight.indices.map { input in
  let row = weight[input].indices.map { output in
    weight[input][output]
      + scale * b[output].indices.reduce(0) { $0 + b[output][$1] * a[$1][input] }
  }
  let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
  return row.indices.map { magnitudes[$0] * row[$0] / length }
}

// WRONG: lengths of the base's columns
return weight.indices.map { input in
  weight[input].indices.map { output in
    let update = b[output].indices.reduce(0) { $0 + b[output][$1] * a[$1][input] }
    let length = weight.reduce(0) { $0 + $1[output] * $1[output] }.squareRoot()
    return magnitudes[output] * (weight[input][output] + scale * update) / length
  }
}

// WRONG: without the scale
let moved = weight.indices.map { input in
  weight[input].indices.map { output in
    weight[input][output] + b[output].indices.reduce(0) { $0 + b[output][$1] * a[$1][input] }
  }
}
return moved.map { row in
  row.indices.map { output in
    magnitudes[output] * row[output]
      / moved.reduce(0) { $0 + $1[output] * $1[output] }.squareRoot()
  }
}

// WRONG: LoRA
return weight.indices.map { input in
  weight[input].indices.map { output in
    weight[input][output]
      + scale * b[output].indices.reduce(0) { $0 + b[output][$1] * a[$1][input] }
  }
}

// WRONG: the update is added after the direction was taken
return weight.indices.map { input in
  weight[input].indices.map { output in
    let length = weight.reduce(0) { $0 + $1[output] * $1[output] }.squareRoot()
    return magnitudes[output] * weight[input][output] / length
      + scale * b[output].indices.reduce(0) { $0 + b[output][$1] * a[$1][input] }
  }
}

// WRONG: sums of absolute values for lengths
let moved = weight.indices.map { input in
  weight[input].indices.map { output in
    weight[input][output]
      + scale * b[output].indices.reduce(0) { $0 + b[output][$1] * a[$1][input] }
  }
}
return moved.map { row in
  row.indices.map { output in
    magnitudes[output] * row[output] / moved.reduce(0) { $0 + abs($1[output]) }
  }
}

// WRONG: squared lengths
let moved = weight.indices.map { input in
  weight[input].indices.map { output in
    weight[input][output]
      + scale * b[output].indices.reduce(0) { $0 + b[output][$1] * a[$1][input] }
  }
}
return moved.map { row in
  row.indices.map { output in
    magnitudes[output] * row[output] / moved.reduce(0) { $0 + $1[output] * $1[output] }
  }
}
