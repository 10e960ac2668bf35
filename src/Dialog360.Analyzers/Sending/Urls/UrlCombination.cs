using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Urls;

/// <summary>Combines a base address and a relative path as the libraries do.</summary>
internal static class UrlCombination
{
    /// <summary>As <c>Uri</c> and with it <c>HttpClient</c> and <c>WebClient</c> do: the relative path replaces what stands behind the last slash of the base.</summary>
    public static UrlText Resolve(UrlText baseAddress, UrlText relative, SyntaxNode syntax)
    {
        if (relative.Length == 0)
        {
            return baseAddress;
        }

        if (relative.ToPattern().IsAbsolute || baseAddress.Length == 0)
        {
            return relative;
        }

        UrlPattern pattern = baseAddress.ToPattern();
        UrlText result = new();
        if (!relative.IsHole(0) && relative[0] == '/')
        {
            if (pattern.IsAbsolute)
            {
                result.Append(baseAddress, 0, pattern.PathStart);
            }
            else
            {
                result.Append(baseAddress, 0, 1);
            }
        }
        else
        {
            int lastSlash = -1;
            for (int index = pattern.PathStart; index < pattern.PathStart + pattern.PathLength; index++)
            {
                lastSlash = !baseAddress.IsHole(index) && baseAddress[index] == '/' ? index : lastSlash;
            }

            // Behind a hole nobody knows whether a slash was the last one.
            bool endsUnknown = baseAddress.Length > 0 && baseAddress.IsHole(baseAddress.Length - 1);
            result.Append(baseAddress, 0, endsUnknown ? baseAddress.Length : lastSlash < 0 ? pattern.PathStart : lastSlash + 1);
            if (lastSlash < 0 && !endsUnknown)
            {
                result.Append("/", syntax);
            }
        }

        result.Append(relative, 0, relative.Length);
        result.IsAssumed |= baseAddress.IsAssumed;
        return result;
    }

    /// <summary>As RestSharp, Refit and Flurl do: the path is put behind the base, with one slash between.</summary>
    public static UrlText Append(UrlText baseAddress, UrlText relative, SyntaxNode syntax)
    {
        if (relative.Length == 0)
        {
            return baseAddress;
        }

        if (baseAddress.Length == 0 || relative.ToPattern().IsAbsolute)
        {
            return relative;
        }

        UrlText result = baseAddress.Trim('/', atStart: false, atEnd: true);
        UrlText path = relative.Trim('/', atStart: true, atEnd: false);
        int slashes = relative.Length - path.Length;
        if (slashes == 0)
        {
            result.Append("/", syntax);
        }

        // A slash that is written belongs to the path that is pointed at.
        int start = Math.Max(0, slashes - 1);
        result.Append(relative, start, relative.Length - start);
        return result;
    }

    /// <summary>As <c>UriBuilder.Path</c> does.</summary>
    public static UrlText ReplacePath(UrlText address, UrlText path, SyntaxNode syntax)
    {
        UrlPattern pattern = address.ToPattern();
        return pattern.IsAbsolute ? Append(address.Slice(0, pattern.PathStart), path, syntax) : address;
    }
}
