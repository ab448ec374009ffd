//: # 12 · freeze-and-hybrids

import Course

cell("setup")
