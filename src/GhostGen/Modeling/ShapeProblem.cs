namespace GhostGen.Modeling;

/// <summary>Why a shape is not accepted. It knows nothing of files or sources: whoever parsed the shape knows where the option stands.</summary>
/// <param name="Layer">The name of the layer at fault, or <see langword="null"/> where the model as a whole is.</param>
/// <param name="Option">The property of the shape's record that is at fault, such as <c>Hidden</c>.</param>
/// <param name="Message">A sentence: what was found, what is accepted, what to do.</param>
internal sealed record ShapeProblem(string? Layer, string Option, string Message);
