//: # 11 · prompt-tuning

import Course

cell("setup")
