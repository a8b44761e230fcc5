using GhostGen.Importing;

namespace GhostGen.Cli.Converting;

/// <summary>What <c>convert</c> has done.</summary>
/// <param name="From">The file that was read.</param>
/// <param name="FromFormat">Its format.</param>
/// <param name="To">The file that was written.</param>
/// <param name="Name">The model's name.</param>
/// <param name="Layers">Its layers.</param>
/// <param name="Parameters">Its weights and biases.</param>
/// <param name="Bytes">The size of what was written.</param>
internal sealed record ConvertResult(string From, ModelFormat FromFormat, string To, string Name, int Layers, long Parameters, long Bytes);
