"""What commands print: a finding, the workflow, refusals; as words, as JSON, as the page of the docs."""
