import Testing
import Weaving

@Suite struct InlineMathTests {
  @Test(arguments: [
    ("rank $r$ is small", "rank $r$ is small"),
    ("秩$r$很小", "秩 $r$ 很小"),
    ("秩$r$，学习率$\\eta$。", "秩 $r$ ，学习率 $\\eta$ 。"),
    ("($x$), $y$.", "( $x$), $y$."),
    ("the $n$-gram of $k$s", "the $n$-gram of $k$ s"),
    ("$a$ starts, ends $b$", "$a$ starts, ends $b$"),
    ("both$a$$b$", "both $a$ $b$"),
    ("|$x$|$y$|", "| $x$ | $y$ |"),
    ("**bold $x$** *$y$*", "**bold $x$** *$y$*"),
    ("it costs $5 and then$6", "it costs $5 and then$6"),
    ("from 5$to$7", "from 5$to$7"),
    ("an escaped \\$x\\$y", "an escaped \\$x\\$y"),
    ("code `a$x$b` and ``c`$y$`d``", "code `a$x$b` and ``c`$y$`d``"),
    ("display$$x$$stays", "display$$x$$stays"),
    ("a formula$a\n+b$over lines", "a formula $a\n+b$ over lines"),
    ("one$ in\n\na$ paragraph$x", "one$ in\n\na$ paragraph$x"),
    ("见`代码`$x$`代码`", "见`代码` $x$ `代码`"),
    ("中$\\text{价\\$}$文", "中 $\\text{价\\$}$ 文"),
  ])
  func inlineMathematicsGetsSpaces(prose: String, expected: String) throws {
    #expect(try woven(prose) == expected + "\n")
  }

  @Test(arguments: ["```", "~~~", "````", "  ```"])
  func fencedCodeIsUntouched(fence: String) throws {
    let prose = "前$x$\n\(fence)swift\nlet a = \"b$x$c {{no}}\"\n\(fence)\n后$x$后"
    let expected = "前 $x$\n\(fence)swift\nlet a = \"b$x$c {{no}}\"\n\(fence)\n后 $x$ 后\n"
    #expect(try woven(prose) == expected)
  }

  @Test func aShorterFenceDoesNotClose() throws {
    let prose = "````\n```\na$x$b\n````\nc$x$d"
    #expect(try woven(prose) == "````\n```\na$x$b\n````\nc $x$ d\n")
  }
}
