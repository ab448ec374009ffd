//: # 10 · prefix-tuning

import Course

cell("setup")
