using System.Runtime.InteropServices;
using GhostGen.Samples.KeywordSpotting;

using var interrupted = new CancellationTokenSource();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using PosixSignalRegistration termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
return SpotApplication.Run(args, SpotConsole.OfProcess(), interrupted.Token);

void End(PosixSignalContext context)
{
    context.Cancel = true;
    interrupted.Cancel();
}
