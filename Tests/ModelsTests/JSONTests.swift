import Models
import Testing

@Suite struct JSONTests {
  private func parse(_ text: String) throws -> JSONValue { try JSONValue(parsing: text.utf8) }

  @Test func keepsOrderAndDigits() throws {
    let text = #"{"b":1e-05,"a":[true,null,-0.50],"c":{}}"#
    #expect(try parse(" \n" + text + "\t\r").text() == text)
  }

  @Test func readsEscapes() throws {
    let value = try parse(#""\u4e2d\ud83d\ude00\n\"\\\/\u0000""#)
    #expect(value.string == "中😀\n\"\\/\0")
    #expect(value.text() == #""\u4e2d\ud83d\ude00\n\"\\/\u0000""#)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":1,}", "01", "1.", ".5", "+1", "nul", "truE", "\"\n\"", "\"\\x\"",
    #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, #""\u12""#, "\"open", "{\"a\" 1}", "{a:1}",
    "1 2",
    "{\"a\":1,\"a\":2}", "[1 2]", "NaN", "-", "1e", "\u{feff}{}",
    String(repeating: "[", count: 129) + String(repeating: "]", count: 129),
  ])
  func refuses(_ text: String) {
    #expect(throws: JSONError.self) { try parse(text) }
  }

  @Test func refusesWhatIsNotUTF8() {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xff, 0x22]) }
    #expect(error?.reason == "it is not UTF-8")
  }

  @Test func indentsAsPythonDoes() throws {
    let value = try parse(#"{"b":[1,2],"a":{"x":"é"},"c":[],"d":{}}"#)
    #expect(
      value.sorted.text(indent: 2) == #"""
        {
          "a": {
            "x": "\u00e9"
          },
          "b": [
            1,
            2
          ],
          "c": [],
          "d": {}
        }
        """#)
  }

  @Test func integersAreWrittenWithoutAPoint() throws {
    #expect(try parse("12").int == 12)
    #expect(try parse("1.0").int == nil)
    #expect(try parse("1e2").int == nil)
    #expect(try parse("99999999999999999999").int == nil)
    #expect(try parse("1e2").double == 100)
  }
}
