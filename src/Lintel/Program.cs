using Lintel.Cli;

return await CommandLine.Run(args);
