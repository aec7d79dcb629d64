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
    --ground: #e1f0e4;
    --text: #14452a;
  }
  .IN_PROGRESS {
    --ground: #dfeef7;
    --text: #0c3f66;
  }
  .NOT_STARTED {
    --ground: #eef0f2;
    --text: #36424a;
  }
  .DELAYED, .PARTLY_AGREES {
    --ground: #fbecd0;
    --text: #5c3700;
  }
  .STOPPED {
    --ground: #f2e3ee;
    --text: #5a1f4d;
  }
  .DISAGREES {
    --ground: #fbe3df;
    --text: #7a1c12;
  }
  .dark .DONE, .dark .AGREES {
    --ground: #173a27;
    --text: #c9efd6;
  }
  .dark .IN_PROGRESS {
    --ground: #123a57;
    --text: #cfe7f8;
  }
  .dark .NOT_STARTED {
    --ground: #273038;
    --text: #dbe3e8;
  }
  .dark .DELAYED, .dark .PARTLY_AGREES {
    --ground: #4a3208;
    --text: #fde3b0;
  }
  .dark .STOPPED {
    --ground: #43203b;
    --text: #f3d3ea;
  }
  .dark .DISAGREES {
    --ground: #561c15;
    --text: #ffd5cd;
  }
`;
