//: # 09 · adapter-tuning

import Course

cell("setup")
