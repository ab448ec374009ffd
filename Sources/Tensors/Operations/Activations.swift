import CKernels

private typealias Forward = (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void
private typealias Backward = (
  UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int, Bool
) -> Void

extension Tensor {
  /// GELU in its tanh form, "gelu_new" in GPT-2's configuration (Hendrycks and Gimpel, 2016).
  public func geluNew() -> Tensor {
    elementwise(
      forward: { ck_gelu_forward($0, $1, $2) },
      backward: { ck_gelu_backward($0, $1, $2, $3, $4) }, savesOutput: false)
  }

  public func relu() -> Tensor {
    elementwise(
      forward: { ck_relu_forward($0, $1, $2) },
      backward: { ck_relu_backward($0, $1, $2, $3, $4) }, savesOutput: false)
  }

  /// SiLU, x·σ(x), which AdapterHub calls swish (Ramachandran et al., 2017).
  public func silu() -> Tensor {
    elementwise(
      forward: { ck_silu_forward($0, $1, $2) },
      backward: { ck_silu_backward($0, $1, $2, $3, $4) }, savesOutput: false)
  }

  public func tanh() -> Tensor {
    elementwise(
      forward: { ck_tanh_forward($0, $1, $2) },
      backward: { ck_tanh_backward($0, $1, $2, $3, $4) }, savesOutput: true)
  }

  /// A function of each element whose backward needs either its input or its output.
  private func elementwise(
    forward: Forward, backward: @escaping Backward, savesOutput: Bool
  ) -> Tensor {
    let result = Tensor(uninitialized: shape)
    let (x, y) = (pointer, result.pointer)
    Kernel.forEachRange(count) { forward(x + $0, y + $0, $1) }
    guard Tensor.willRecord([self]) else { return result }
    let saved = savesOutput ? result.detached : detached
    return .record(result, inputs: [self]) { gradient, into in
      into.write(to: 0, shape: saved.shape) { dx, accumulate in
        Kernel.forEachRange(saved.count) {
          backward(saved.pointer + $0, gradient.pointer + $0, dx + $0, $1, accumulate)
        }
      }
    }
  }
}
