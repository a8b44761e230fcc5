using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using GhostGen.TestSupport;

namespace GhostGen.Spotting.Tests.Data;

/// <summary>Unpacks recordings of the shared data once, into a folder under the temporary one that later test runs find again.</summary>
internal static class UnpackedSpeech
{
    private static readonly string[] Decoders = ["flac", "opusdec"];

    /// <summary>The folder that holds a part of the recordings, or why there is none.</summary>
    /// <param name="part">The part, as the script <c>unpack</c> calls it.</param>
    /// <exception cref="InvalidOperationException">The recordings and all that unpacks them are there, and unpacking fails.</exception>
    public static (string? Folder, string Reason) Of(string part)
    {
        if (Archives(part) is not { Length: > 0 } archives || SharedData.Path("unpack") is not { } script)
        {
            return (null, $"There are no recordings speech_commands/{part} with a script 'unpack' in a folder shared/data beside the checkout, nor does {SpeechCommands.Variable} name a folder of unpacked ones.");
        }

        string folder = Path.Combine(Path.GetTempPath(), $"ghostgen-speech-{part}-{Digest(archives)}");
        if (Directory.Exists(folder))
        {
            return (folder, "");
        }

        string[] missing = [.. Decoders.Where(static decoder => !IsInstalled(decoder))];
        if (missing.Length > 0)
        {
            return (null, $"Recordings are unpacked by flac and opusdec (Debian packages flac and opus-tools); not installed: {string.Join(", ", missing)}.");
        }

        Unpack(script, part, folder);
        return (folder, "");
    }

    /// <summary>A part is a folder of archives, or one archive.</summary>
    private static FileInfo[] Archives(string part)
    {
        if (SharedData.Folder is null)
        {
            return [];
        }

        return SharedData.Path("speech_commands", part) is { } folder ? new DirectoryInfo(folder).GetFiles()
            : SharedData.Path("speech_commands", part + ".tar") is { } file ? [new(file)]
            : [];
    }

    /// <summary>Other archives are unpacked into another folder.</summary>
    private static string Digest(FileInfo[] archives)
    {
        var text = new StringBuilder();
        foreach (FileInfo archive in archives.OrderBy(static file => file.Name, StringComparer.Ordinal))
        {
            text.Append(FormattableString.Invariant($"{archive.Name} {archive.Length}\n"));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>
    /// Under a lock, for another test process may want the same; into a folder of another name that gets the right one when it is complete, for this
    /// process may be ended before it is.
    /// </summary>
    private static void Unpack(string script, string part, string folder)
    {
        using FileStream held = Lock(folder + ".lock");
        if (Directory.Exists(folder))
        {
            return;
        }

        string incomplete = folder + ".incomplete";
        if (Directory.Exists(incomplete))
        {
            Directory.Delete(incomplete, recursive: true);
        }

        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[script, incomplete, part])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"{script} {incomplete} {part} ended with {process.ExitCode}:\n{output.Result}\n{errors.Result}"));
        }

        Directory.Move(incomplete, folder);
    }

    private static FileStream Lock(string path)
    {
        // The system lets go of it when a process ends, however that comes about.
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                Thread.Sleep(TimeSpan.FromSeconds(0.5));
            }
        }
    }
}
