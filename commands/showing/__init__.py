"""What the demo and the tour are made of: a bureau on this machine, made-up findings, a line that can be cut.

Read in this order: `cast` who plays · `fates` how far a finding comes · `stories`, `inventing` which findings · `calendar` when ·
`script` who does what · `wording`, `saying` in which words · `shots`, `pictures` with which photos · `office`, `desks` the bureau
and the laptops · `making` all of it · `folder` where it lies · `line` the network of the tour.
"""
