namespace GhostGen.Modeling;

/// <summary>
/// What happens to each value of a model's input before the first layer reads it: <c>(x - Mean) * Scale</c>, feature by feature. It costs
/// nothing in a step: it is folded into the first layer's weights.
/// </summary>
/// <param name="Mean">What is subtracted, a number per input; <see langword="null"/> where nothing is.</param>
/// <param name="Scale">What the difference is multiplied by, a number per input, 0 included; <see langword="null"/> where nothing is.</param>
public sealed record InputNormalization(Sequence<double>? Mean, Sequence<double>? Scale);
