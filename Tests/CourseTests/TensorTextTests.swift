import Course
import Testing

@Suite struct TensorTextTests {
  @Test func shapesReadAsInPython() {
    #expect(Tensor([1, 9, 768]).shapeText == "[1, 9, 768]")
    #expect(Tensor([2]).shapeText == "[2]")
  }
}
