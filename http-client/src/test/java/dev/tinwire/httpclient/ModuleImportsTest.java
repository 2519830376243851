package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a module imports, and what only looks as if it did. */
class ModuleImportsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          import "./a.js"                              | ./a.js
          import'./a.js'                               | ./a.js
          import a from "./a.js"                       | ./a.js
          import {b as c, d} from './a.js'; x()        | ./a.js
          import * as e from "./a.js"                  | ./a.js
          import a, {b} from "x"; import "y"           | x y
          import {a}from"./a.js";export{a};            | ./a.js
          export * from "./a.js"                       | ./a.js
          export {a} from './a.js'                     | ./a.js
          export * as ns from "./a.js"                 | ./a.js
          import j from "./a.json" with {type: "json"} | ./a.json
          export const a = "./no.js"                   | ~~
          export default "./no.js"                     | ~~
          export {a}; let from = "no"                  | ~~
          import("./no.js")                            | ~~
          import.meta.url + "no"                       | ~~
          x.import "no"                                | ~~
          // import "./no.js"                          | ~~
          /* import "./no.js" */ import "./a.js"       | ./a.js
          let s = 'import "./no.js"'                   | ~~
          let s = `import "./no.js"`; import "a"       | a
          import "./a\\u0062.js"                       | ~~
          import "                                     | ~~
          """)
  void importsAreFound(String script, String expected) {
    assertEquals(
        expected,
        ModuleImports.of(script).stream()
            .map(ModuleImports.Import::specifier)
            .collect(Collectors.joining(" ")));
  }
}
