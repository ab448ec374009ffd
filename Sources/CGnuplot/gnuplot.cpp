#include "CGnuplot.h"

#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>

#include <gnuplot-iostream.h>

namespace {

// The shortest decimals that read back as the same double, whatever the locale says.
void append(std::string &line, double value) {
  char digits[32];
  auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  line.append(digits, end);
}

void write(std::ostream &out, const CGnuplotBlock &block) {
  out << '$' << block.name << " << EOD\n";
  for (size_t row = 0; row < block.rows; row++) {
    std::string line;
    for (size_t column = 0; column < block.columns; column++) {
      double value = block.values[row * block.columns + column];
      if (!std::isfinite(value))
        throw std::invalid_argument(
            "row " + std::to_string(row) + " of $" + block.name + " is not finite");
      if (column) line += ' ';
      append(line, value);
    }
    out << line << '\n';
  }
  out << "EOD\n";
}

}  // namespace

extern "C" int cgnuplot_write(
    const char *path, const char *settings, const CGnuplotBlock *blocks, size_t count,
    const char *commands, char *message, size_t capacity) {
  try {
    Gnuplot script(std::string(">") + path);
    script << settings;
    for (size_t i = 0; i < count; i++) write(script, blocks[i]);
    script << commands;
    // The destructor would swallow a full disk.
    if (!script.flush()) throw std::runtime_error(std::string("cannot write ") + path);
    return 0;
  } catch (const std::exception &error) {
    std::snprintf(message, capacity, "%s", error.what());
  } catch (...) {
    std::snprintf(message, capacity, "unknown C++ exception");
  }
  return -1;
}
