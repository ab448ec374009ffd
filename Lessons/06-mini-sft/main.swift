//: # 06-mini-sft
//:
//: To be written.

import Course

cell("setup")
print(profile)
