using GhostGen.Bench;
using GhostGen.Bench.Start;

// Before anything else: what a child process times is what has not run yet.
return StartProbe.IsAsked(args) ? StartProbe.Run(args) : Commands.Run(args);
