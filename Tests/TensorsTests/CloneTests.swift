import CKernels
import Testing

@Suite struct CloneTests {
  /// A clone that is compiled but never chosen costs a factor of eight and no error.
  @Test func theWidestCloneThatTheProcessorHasIsTheOneThatRuns() {
    #expect(ck_clone_level() == ck_processor_level())
  }
}
