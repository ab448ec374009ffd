import FineTuning
import Foundation
import Testing

/// What chat templates are refused for, and how a model's folder is read.
@Suite struct ChatTemplateRefusalTests {
  private static let turns = [Turn(.user, "Hi"), Turn(.assistant, "Ho")]

  private func expect(
    _ reason: ChatTemplateError.Reason, line: Int?, _ body: () throws -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(
      throws: ChatTemplateError.self, sourceLocation: sourceLocation, performing: body)
    guard let error else { return }
    #expect(error.reason == reason && error.line == line, sourceLocation: sourceLocation)
    if let line {
      #expect(error.errorDescription!.contains("line \(line): "), sourceLocation: sourceLocation)
    }
    #expect(error.recoverySuggestion!.count > 10, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    ("{{ messages[::2] }}", "a slice with a step other than [::-1]"),
    ("{{ messages[1::-1] }}", "a slice with a step other than [::-1]"),
    ("{% macro m() %}{% endmacro %}", "the tag \"macro\""),
    ("{% raw %}{% endraw %}", "the tag \"raw\""),
    ("{% for a in b recursive %}{% endfor %}", "a recursive loop"),
    ("{% for a in b %}{% break %}{% endfor %}", "the tag \"break\""),
    ("{% set a, b = 1, 2 %}", "setting several names at once"),
    ("{% set a %}{% endset %}", "set around a block"),
    ("{{ {'a': 1} }}", "a mapping in braces"), ("{{ 1.5 }}", "the number 1.…"),
    ("{{ 99999999999999999999 }}", "the number 99999999999999999999"),
    ("{{ 2 ** 3 }}", "the operator **"), ("{{ 4 / 2 }}", "the operator /"),
    ("{{ '\\N{BULLET}' }}", "the escape \\N in a text"),
    ("{{ namespace(1) }}", "a namespace made from a value without a name"),
    ("{{ raise_exception() }}", "raise_exception with other than one text"),
    ("{{ x.strip(*y) }}", "unpacked arguments"), ("{{ 'a'('b') }}", "a call of what is no name"),
  ])
  func whatIsNotFollowedIsRefusedWhenRead(template: String, construct: String) {
    expect(.unsupported(construct), line: 2) { _ = try ChatTemplate("line one\n" + template) }
  }

  @Test(arguments: [
    ("{{ messages | map('x') }}", "the filter map"),
    ("{{ messages | reject('equalto', 1) | list }}", "the filter reject"),
    ("{{ 1 is divisibleby 3 and true }}", "the test \"is divisibleby\""),
    ("{{ 'a' is not in ['a'] }}", "the test \"is in\""),
    ("{{ 'a' is sameas('a') }}", "the test \"is sameas\""),
    ("{{ range(3) }}", "the function range()"),
    ("{{ strftime_now('%Y') }}", "the function strftime_now()"),
    ("{{ messages[0].content.split('a')[0] }}", "the method .split()"),
    ("{% for a, b in messages %}{% endfor %}", "a loop over several names"),
    ("{{ 'a'[::-1] }}", "[::-1] of a text"),
    ("{{ 'a' | list }}", "the filter list for a text"),
    (
      "{{ messages | selectattr('role') }}",
      "the filter selectattr other than by \"equalto\""
    ),
    ("{{ messages }}", "writing a list"),
    ("{{ messages[0] | tojson }}", "the filter tojson for a mapping"),
    ("{{ messages[0].content[0] }}", "a number as an index into a text"),
    ("{{ messages[0].content[1:] }}", "a slice of a text"),
    ("{{ messages[0].items }}", "the method .items of a mapping as a value"),
    ("{{ strftime_now is defined }}", "the function strftime_now as a value"),
    ("{% for c in 'abc' %}{% endfor %}", "a loop over a text"),
    ("{% for m in messages %}{{ loop.cycle }}{% endfor %}", "loop.cycle"),
    ("{{ '%s' % 'a' }}", "formatting a text with %"), ("{{ 'a' * 3 }}", "repeating a text with *"),
    ("{{ messages | length(1) }}", "the filter length with arguments"),
    ("{{ 'a' | d('b', x=1) }}", "this argument of the filter default"),
    ("{{ messages + messages }}", "adding two lists"),
    ("{{ [1] == [1] }}", "comparing two of a list"),
    ("{{ messages[0] == messages[1] }}", "comparing two of a mapping"),
    ("{{ 'a'.startswith(['a']) }}", ".startswith() with a list"),
    ("{{ 'a'.upper('b') }}", ".upper() with 1 arguments"),
  ])
  func whatDependsOnAValueIsRefusedWhenReached(template: String, construct: String) throws {
    let read = try ChatTemplate("line one\n" + template)
    expect(.unsupported(construct), line: 2) { _ = try read.text(of: Self.turns) }
  }

  @Test(arguments: [
    ("{{ missing.name }}", "missing is undefined and has no name"),
    ("{{ missing['name'] }}", "missing is undefined and has no items"),
    ("{{ 'a' + 1 }}", "a text and a number cannot be combined with +"),
    ("{{ 'a' + missing }}", "a text and missing, which is undefined, cannot be combined with +"),
    ("{{ none.strip() }}", "none has no method .strip()"), ("{{ 1 // 0 }}", "1 // 0 has no value"),
    ("{{ 1 % 0 }}", "1 % 0 has no value"),
    ("{{ 9223372036854775807 + 1 }}", "9223372036854775807 + 1 has no value"),
    ("{{ 'a' < 1 }}", "a text and a number have no order"),
    ("{{ 'a' in 1 }}", "a number cannot hold a text"),
    ("{{ none | length }}", "none has no length"), ("{{ -'a' }}", "a text has no negative"),
    ("{% set a.b = 1 %}", "a.b can only be set where a is a namespace"),
    ("{{ messages['a':] }}", "a slice cannot end at a text"),
    ("{{ 'a'.get('b') }}", ".get() needs a mapping and a key"),
  ])
  func whatPythonCannotDoEitherIsAnError(template: String, words: String) throws {
    let read = try ChatTemplate("line one\n" + template)
    expect(.evaluation(words), line: 2) { _ = try read.text(of: Self.turns) }
  }

  @Test(arguments: [
    ("{{ a", "a tag does not end"), ("{# a", "a comment does not end"),
    ("{{ 'a }}", "a text does not end"),
    ("{% if a %}", "the block that opens here has no elif or else or endif"),
    ("{% for a in b %}{% endif %}", "no block that \"endif\" could belong to is open"),
    ("{% endfor %}", "no block that \"endfor\" could belong to is open"),
    ("{{ }}", "a value expected, found the end of the tag"),
    ("{{ a b }}", "the end of the tag expected, found \"b\""),
    ("{% if %}x{% endif %}", "a value expected, found the end of the tag"),
    ("{{ (a }}", "\")\" expected, found the end of the tag"),
    ("{{ a; }}", "\";\" has no meaning here"),
    ("{% for 1 in a %}{% endfor %}", "a name expected, found 1"),
    ("{% %}", "a name expected, found the end of the tag"),
  ])
  func brokenTemplatesAreNamedByLine(template: String, words: String) {
    expect(.syntax(words), line: 3) { _ = try ChatTemplate("one\ntwo\n" + template) }
  }

  @Test func deepNestingIsRefusedAndNoCrash() {
    for deep in [
      "{{ " + String(repeating: "(", count: 900) + "1" + String(repeating: ")", count: 50) + " }}",
      String(repeating: "{% if a %}", count: 10_000),
      "{{ " + String(repeating: "a + ", count: 100_000) + "a }}",
    ] {
      #expect(throws: ChatTemplateError.self) { try ChatTemplate(deep) }
    }
  }

  @Test func textsThatDoubleAreRefused() throws {
    let template = try ChatTemplate(
      "{% set x = 'abcdefgh' %}" + String(repeating: "{% set x = x ~ x %}", count: 24) + "{{ x }}")
    expect(.unsupported("a text beyond 16 MiB"), line: 1) {
      _ = try template.text(of: Self.turns)
    }
  }

  @Test func longSumsStillWork() throws {
    let template = try ChatTemplate(
      "{{ " + String(repeating: "'ab' + ", count: 400) + "'' }}"
        + "{{ " + String(repeating: "not ", count: 901) + "true }}")
    #expect(
      try template.text(of: Self.turns) == String(repeating: "ab", count: 400) + "False")
  }

  // MARK: A model's folder

  private func folder(_ files: [String: String]) throws -> ChatTemplate {
    try withTemporaryFolder { folder in
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
      return try ChatTemplate(folder: folder)
    }
  }

  @Test func theFolderSaysWhichTemplateAndTokens() throws {
    let config = #"""
      {"bos_token": {"content": "<b>"}, "eos_token": "<e>", "pad_token": null,
       "chat_template": "{{ bos_token }}{{ messages[0].content }}{{ eos_token }}{{ pad_token }}"}
      """#
    #expect(try folder(["tokenizer_config.json": config]).text(of: Self.turns) == "<b>Hi<e>")
    let both = try folder([
      "tokenizer_config.json": config, "chat_template.jinja": "{{ eos_token }}\n",
    ])
    #expect(try both.text(of: Self.turns) == "<e>")
    #expect(both.end == "<e>")
    let named = #"""
      {"chat_template": [{"name": "tool_use", "template": "t"}, {"name": "default", "template": "d"}]}
      """#
    #expect(try folder(["tokenizer_config.json": named]).text == "d")
  }

  @Test func foldersWithoutATemplateSaySo() {
    expect(.noTemplate, line: nil) { _ = try folder([:]) }
    expect(.noTemplate, line: nil) {
      _ = try folder(["tokenizer_config.json": #"{"eos_token": "e", "chat_template": null}"#])
    }
    expect(.noDefault(["a"]), line: nil) {
      _ = try folder([
        "tokenizer_config.json": #"{"chat_template": [{"name": "a", "template": "t"}]}"#
      ])
    }
    expect(.malformed("\"chat_template\": a text expected, found a number"), line: nil) {
      _ = try folder(["tokenizer_config.json": #"{"chat_template": 1}"#])
    }
    expect(.malformed("it is not JSON: at byte 1, a name in quotes expected"), line: nil) {
      _ = try folder(["tokenizer_config.json": "{1"])
    }
    expect(.unsupported("the tag \"macro\""), line: 1) {
      _ = try folder(["chat_template.jinja": "{% macro a() %}"])
    }
  }
}
