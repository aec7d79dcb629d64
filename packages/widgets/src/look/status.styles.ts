/** Colours of plans and meetings: of what was reported and what a group thinks of it, each beside a word and a shape. */
export const statusStyles = /* css */ `
  .sanctuary {
    --mist: #f5f3ee;
    --hair: #8a857a55;
  }
  .sanctuary.dark {
    --mist: #1b2529;
    --hair: #76858b66;
  }
  .DONE, .AGREES {
    --pale: #e1f0e4;
    --deep: #14452a;
  }
  .IN_PROGRESS {
    --pale: #dfeef7;
    --deep: #0c3f66;
  }
  .NOT_STARTED {
    --pale: #eef0f2;
    --deep: #36424a;
  }
  .STOPPED {
    --pale: #f2e3ee;
    --deep: #5a1f4d;
  }
  .DISAGREES {
    --pale: #fbe3df;
    --deep: #7a1c12;
  }
`;
