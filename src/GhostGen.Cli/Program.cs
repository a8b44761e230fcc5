using GhostGen.Cli;

return Tool.Run(args, ToolConsole.OfProcess());
