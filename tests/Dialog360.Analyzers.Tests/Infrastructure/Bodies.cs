namespace Dialog360.Analyzers.Tests.Infrastructure;

/// <summary>Wraps pieces of code into programs, for tests that list many of them.</summary>
internal static class Bodies
{
    /// <summary>
    /// The statements in an asynchronous method with the usual surroundings: <c>client</c> (an <c>HttpClient</c>), <c>to</c>, <c>id</c>,
    /// <c>name</c>, <c>url</c>, <c>caption</c> (strings), <c>flag</c> (a <c>bool</c>), <c>number</c> (an <c>int</c>), <c>value</c> (a <c>double</c>).
    /// </summary>
    public static string Method(string statements) => $$"""
        public class Sender
        {
            private readonly HttpClient client = new HttpClient();
            private static void Use(object? used) { }

            public async Task Run(string to, string id, string name, string url, string caption, bool flag, int number, double value)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;

    /// <summary>The expression as the value of a local in such a method.</summary>
    public static string Expression(string expression) => Method($"object made = {expression}; Use(made);");
}
