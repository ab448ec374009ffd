//: # 04-alpaca-format
//:
//: To be written.

import Course

cell("setup")
print(profile)
