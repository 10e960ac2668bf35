using System.Diagnostics;
using System.Text;

namespace Dialog360.Analyzers.Package.Tests.Machine;

/// <summary>What a command printed and how it ended.</summary>
internal sealed record ShellResult(int ExitCode, string Output)
{
    public ShellResult MustSucceed()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }
}

/// <summary>Runs <c>dotnet</c> as a user would.</summary>
internal static class Shell
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static ShellResult Dotnet(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the test host's own MSBuild has set would steer this build.
        foreach (string name in start.Environment.Keys.Where(IsOfTheTestRun).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        StringBuilder output = new();
        using Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"dotnet {string.Join(' ', arguments)} has not ended after {Limit}:\n{output}");
        }

        process.WaitForExit();
        lock (output)
        {
            return new ShellResult(process.ExitCode, output.ToString());
        }
    }

    private static bool IsOfTheTestRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) ||
        name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase) ||
        name is "DOTNET_HOST_PATH" or "RoslynVersion" or "Configuration";

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
