using GhostGen.Modeling;

namespace GhostGen.Bench.Bdn;

/// <summary>GhostGRUs of ratio 2.</summary>
public class GhostGruStep() : StepBenchmarks(GhostGruShape.KindName);
