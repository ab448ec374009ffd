//: # 08 · lora-math

import Course

cell("setup")
