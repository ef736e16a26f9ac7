using Lintel.Benchmarks;

return await ApiBench.Run();
