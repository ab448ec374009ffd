/// The minimum of a smooth convex function by limited-memory BFGS (Nocedal and Wright, Numerical
/// Optimization, algorithm 7.5), each step halved until the function falls enough.
///
/// - Parameters:
///   - start: where to begin.
///   - tolerance: it ends where no part of the gradient is larger, or where doubles tell no
///     further step apart.
///   - function: gives the value at a point and writes the gradient there.
func minimum(
  from start: [Double], gradientBelow tolerance: Double,
  of function: (_ point: [Double], _ gradient: inout [Double]) -> Double
) -> [Double] {
  var point = start
  var gradient = start
  var value = function(point, &gradient)
  var history: [Correction] = []
  while gradient.contains(where: { abs($0) > tolerance }) {
    let direction = descent(gradient, history)
    let slope = dot(direction, gradient)
    var step = history.isEmpty ? 1 / dot(gradient, gradient).squareRoot() : 1
    var next = point
    var nextGradient = gradient
    var nextValue = Double.infinity
    while true {
      for i in next.indices { next[i] = point[i] + step * direction[i] }
      guard next != point else { return point }
      nextValue = function(next, &nextGradient)
      if nextValue <= value + 1e-4 * step * slope { break }
      step /= 2
    }
    var change = next
    var bend = nextGradient
    for i in next.indices {
      change[i] -= point[i]
      bend[i] -= gradient[i]
    }
    let curvature = dot(change, bend)
    if curvature > 0 {
      history.append(Correction(change: change, bend: bend, curvature: curvature))
      if history.count > 10 { history.removeFirst() }
    }
    (point, gradient, value) = (next, nextGradient, nextValue)
  }
  return point
}

/// What a step taught about the function: how far it went, how the gradient changed, and the
/// product of the two.
private struct Correction {
  let change: [Double]
  let bend: [Double]
  let curvature: Double
}

/// Minus the gradient times the inverse of the curvature, as far as the last steps know it.
private func descent(_ gradient: [Double], _ history: [Correction]) -> [Double] {
  var direction = gradient.map { -$0 }
  var weights: [Double] = []
  for step in history.reversed() {
    weights.append(dot(step.change, direction) / step.curvature)
    add(-weights.last!, step.bend, to: &direction)
  }
  if let last = history.last {
    let scale = last.curvature / dot(last.bend, last.bend)
    for i in direction.indices { direction[i] *= scale }
  }
  for (step, weight) in zip(history, weights.reversed()) {
    add(weight - dot(step.bend, direction) / step.curvature, step.change, to: &direction)
  }
  return direction
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for i in a.indices { sum += a[i] * b[i] }
  return sum
}

private func add(_ factor: Double, _ a: [Double], to b: inout [Double]) {
  for i in b.indices { b[i] += factor * a[i] }
}
