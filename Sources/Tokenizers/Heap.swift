/// A binary heap that gives its smallest element first.
struct Heap<Element: Comparable> {
  private var elements: [Element] = []

  init(_ elements: [Element] = []) {
    self.elements = elements
    for i in stride(from: elements.count / 2 - 1, through: 0, by: -1) { sink(from: i) }
  }

  mutating func insert(_ element: Element) {
    elements.append(element)
    var i = elements.count - 1
    while i > 0 {
      let parent = (i - 1) / 2
      if elements[parent] <= element { break }
      elements[i] = elements[parent]
      i = parent
    }
    elements[i] = element
  }

  mutating func popFirst() -> Element? {
    guard let first = elements.first else { return nil }
    let last = elements.removeLast()
    if !elements.isEmpty {
      elements[0] = last
      sink(from: 0)
    }
    return first
  }

  private mutating func sink(from start: Int) {
    let element = elements[start]
    var i = start
    while 2 * i + 1 < elements.count {
      var child = 2 * i + 1
      if child + 1 < elements.count, elements[child + 1] < elements[child] { child += 1 }
      if element <= elements[child] { break }
      elements[i] = elements[child]
      i = child
    }
    elements[i] = element
  }
}
