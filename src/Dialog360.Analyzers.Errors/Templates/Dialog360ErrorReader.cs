using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dialog360Errors
{
    /// <summary>Reads error bodies in every spelling that 360dialog and WhatsApp use, and finds the entry of the catalogue.</summary>
    internal static class Dialog360ErrorReader
    {
        private const int LongestText = 2000;
        private const int MostErrors = 100;
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

        internal static Dialog360Error Read(int status, string contentType, string body)
        {
            object value = Dialog360Json.Parse(body);
            Dictionary<string, object> root = value as Dictionary<string, object>;
            if (root == null)
            {
                string text = Shorten((body ?? string.Empty).Trim());
                bool isPage = (contentType != null && contentType.IndexOf("html", StringComparison.OrdinalIgnoreCase) >= 0) || text.StartsWith("<", StringComparison.Ordinal);
                return new Dialog360Error(Find(null, status, null, text, isPage ? "html" : "text"), null, status, null, isPage ? PageTitle(text) : text);
            }

            // {"errors":[{...}],"meta":{...}}
            List<object> errors = Member(root, "errors") as List<object>;
            if (errors != null && errors.Count > 0 && errors[0] is Dictionary<string, object>)
            {
                return OfObject((Dictionary<string, object>)errors[0], status, "errors-array");
            }

            // {"error":{...}} and {"error":"text"}
            object error = Member(root, "error");
            Dictionary<string, object> graph = error as Dictionary<string, object>;
            if (graph != null)
            {
                return OfObject(graph, status, "graph-error");
            }

            if (error is string)
            {
                string text = Shorten((string)error);
                return new Dialog360Error(Find(null, status, null, text, "error-string"), null, status, null, text);
            }

            // {"meta":{...}}, with {"data":{...}} beside it where a registration was refused
            Dictionary<string, object> meta = Member(root, "meta") as Dictionary<string, object>;
            Dictionary<string, object> data = Member(root, "data") as Dictionary<string, object>;
            if (meta != null && data != null && Integer(data, "code") != null)
            {
                return OfObject(data, status, "meta-snake-data");
            }

            if (meta != null)
            {
                bool isSnake = Member(meta, "http_code") != null || Member(meta, "developer_message") != null;
                int? code = Integer(meta, "httpCode") ?? Integer(meta, "http_code");
                string details = Text(meta, "developerMessage") ?? Text(meta, "developer_message");
                return new Dialog360Error(Find(code, status, null, details, isSnake ? "meta-snake" : "meta-camel"), code, status, null, details);
            }

            return OfObject(root, status, "graph-error");
        }

        internal static IReadOnlyList<Dialog360Error> ReadStatus(string json)
        {
            List<Dialog360Error> found = new List<Dialog360Error>();
            object value = Dialog360Json.Parse(json);
            Dictionary<string, object> root = value as Dictionary<string, object>;
            List<object> list = value as List<object> ?? (root == null ? null : Member(root, "errors") as List<object>);
            if (list == null && root != null && Integer(root, "code") != null)
            {
                list = new List<object> { root };
            }

            for (int index = 0; list != null && index < list.Count && index < MostErrors; index++)
            {
                Dictionary<string, object> error = list[index] as Dictionary<string, object>;
                if (error != null)
                {
                    found.Add(OfObject(error, 0, Member(error, "error_data") != null || Member(error, "message") != null ? "webhook-cloud" : "webhook-on-premises"));
                }
            }

            return found;
        }

        /// <summary>The time that a text names, such as "1 hour(s) 38 minute(s)" or "every 60 seconds".</summary>
        internal static TimeSpan? WaitNamedIn(string details)
        {
            double seconds = 0;
            bool any = false;
            try
            {
                foreach (Match match in Regex.Matches(Shorten(details), "(\\d{1,6}) (day|hour|minute|second)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience))
                {
                    double number = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
                    char unit = char.ToLowerInvariant(match.Groups[2].Value[0]);
                    seconds += number * (unit == 'd' ? 86400 : unit == 'h' ? 3600 : unit == 'm' ? 60 : 1);
                    any = true;
                }
            }
            catch (RegexMatchTimeoutException)
            {
                return null;
            }

            return any ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        }

        private static Dialog360Error OfObject(Dictionary<string, object> error, int status, string shape)
        {
            string title = Text(error, "title") ?? Text(error, "message");
            Dictionary<string, object> data = Member(error, "error_data") as Dictionary<string, object>;
            string details = (data == null ? Text(error, "error_data") : Text(data, "details")) ?? Text(error, "details");

            // A Graph message names its code too, also where the body is cut off before the code.
            int? code = Integer(error, "code") ?? CodeIn(title);
            return new Dialog360Error(Find(code, status, title, details, shape), code, status, WithoutCode(title), details);
        }

        /// <summary>The entry that fits best: by code and shape, then by what tells variants of one code apart.</summary>
        private static Dialog360ErrorEntry Find(int? code, int status, string title, string details, string shape)
        {
            bool isGateway = IsGateway(shape);
            Dialog360ErrorEntry best = null;
            int most = 0;
            foreach (Dialog360ErrorEntry entry in Dialog360ErrorTable.Entries)
            {
                bool hasShape = Array.IndexOf(entry.Shapes, shape) >= 0;
                bool isNamed = entry.Pattern != null && (Matches(entry.Pattern, details) || Matches(entry.Pattern, title));
                bool fits = isGateway
                    ? Array.Exists(entry.Shapes, IsGateway) && (isNamed || (entry.Pattern == null && ((code != null && entry.Code == code) || (hasShape && entry.HttpStatus == status))))
                    : isNamed ? hasShape && (entry.Code == code || entry.Code == null) : entry.Code != null && entry.Code == code && entry.Pattern == null;
                if (!fits)
                {
                    continue;
                }

                int score = 1 + (isNamed ? 16 : 0) + (hasShape ? 8 : 0) + (code != null && entry.Code == code ? 4 : 0) + (SameTitle(entry.Title, title) ? 2 : 0)
                    + (status != 0 && entry.HttpStatus == status ? 1 : 0);
                if (score > most)
                {
                    most = score;
                    best = entry;
                }
            }

            return best;
        }

        /// <summary>Whether 360dialog's own gateway answers in that shape: its spellings change places.</summary>
        private static bool IsGateway(string shape)
        {
            return shape == "meta-camel" || shape == "meta-snake" || shape == "error-string" || shape == "html" || shape == "text";
        }

        private static bool SameTitle(string known, string title)
        {
            return !string.IsNullOrEmpty(title) && known.StartsWith(WithoutCode(title), StringComparison.OrdinalIgnoreCase);
        }

        private static bool Matches(string pattern, string text)
        {
            try
            {
                return !string.IsNullOrEmpty(text) && Regex.IsMatch(Shorten(text), pattern, RegexOptions.CultureInvariant, Patience);
            }
            catch (RegexMatchTimeoutException)
            {
                return false;
            }
        }

        /// <summary>131047 of "(#131047) Re-engagement message"; null where no code stands in front.</summary>
        private static int? CodeIn(string message)
        {
            int end = message != null && message.StartsWith("(#", StringComparison.Ordinal) ? message.IndexOf(')') : -1;
            int code;
            return end > 2 && int.TryParse(message.Substring(2, end - 2), NumberStyles.None, CultureInfo.InvariantCulture, out code) ? code : (int?)null;
        }

        private static string WithoutCode(string message)
        {
            return CodeIn(message) == null ? message : message.Substring(message.IndexOf(')') + 1).Trim();
        }

        private static string PageTitle(string page)
        {
            int start = page.IndexOf("<title>", StringComparison.OrdinalIgnoreCase);
            int end = start < 0 ? -1 : page.IndexOf("</title>", start, StringComparison.OrdinalIgnoreCase);
            return end < 0 ? page : page.Substring(start + 7, end - start - 7).Trim();
        }

        private static object Member(Dictionary<string, object> node, string name)
        {
            object value;
            return node.TryGetValue(name, out value) ? value : null;
        }

        private static string Text(Dictionary<string, object> node, string name)
        {
            string text = Member(node, name) as string;
            return text == null ? null : Shorten(text);
        }

        private static int? Integer(Dictionary<string, object> node, string name)
        {
            object value = Member(node, name);
            int number;
            return value is double && (double)value >= int.MinValue && (double)value <= int.MaxValue ? (int)(double)value
                : value is string && int.TryParse((string)value, NumberStyles.Integer, CultureInfo.InvariantCulture, out number) ? number
                : (int?)null;
        }

        private static string Shorten(string text)
        {
            return text == null || text.Length <= LongestText ? text ?? string.Empty : text.Substring(0, LongestText);
        }
    }
}
