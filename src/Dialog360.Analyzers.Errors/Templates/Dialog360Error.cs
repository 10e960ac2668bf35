using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;

namespace Dialog360Errors
{
    /// <summary>What helps after an error.</summary>
    internal enum Dialog360Retry
    {
        /// <summary>The same request fails again: repair it, or tell somebody.</summary>
        Never,

        /// <summary>Send it again after a delay that grows from attempt to attempt.</summary>
        AfterBackoff,

        /// <summary>Send it again after a fixed time: <see cref="Dialog360Error.RetryAfter"/> where the answer names it.</summary>
        AfterWait,

        /// <summary>Send the content again as a new message.</summary>
        Resend,
    }

    /// <summary>An error of 360dialog or WhatsApp: read from the answer to a request, or from the errors of a webhook's status.</summary>
    internal sealed class Dialog360Error
    {
        private readonly Dialog360ErrorEntry _entry;

        internal Dialog360Error(Dialog360ErrorEntry entry, int? code, int httpStatus, string title, string details)
        {
            _entry = entry;
            Code = code;
            HttpStatus = httpStatus;
            Title = title != null && title.Length > 0 ? title : entry != null ? entry.Title : string.Empty;
            Details = details ?? string.Empty;
            RetryAfter = Retry == Dialog360Retry.AfterWait || Retry == Dialog360Retry.AfterBackoff ? Dialog360ErrorReader.WaitNamedIn(Details) : null;
        }

        /// <summary>Which error it is; <see cref="Dialog360ErrorKind.Unknown"/> where the catalogue does not know it.</summary>
        public Dialog360ErrorKind Kind { get { return _entry == null ? Dialog360ErrorKind.Unknown : _entry.Kind; } }

        /// <summary>The code in the body, such as 131047; null where there is none.</summary>
        public int? Code { get; }

        /// <summary>The HTTP status of the answer; 0 for an error of a webhook.</summary>
        public int HttpStatus { get; }

        /// <summary>The title, as the body has it, else as the catalogue has it.</summary>
        public string Title { get; }

        /// <summary>The explanation in the body; empty where there is none. For an answer that is not JSON, its beginning.</summary>
        public string Details { get; }

        /// <summary>What to do about it; empty where the catalogue does not know it.</summary>
        public string Remedy { get { return _entry == null ? string.Empty : _entry.Remedy; } }

        /// <summary>Whether it helps to send again. Of an unknown error the HTTP status decides: 408, 429 and 5xx are worth another attempt.</summary>
        public Dialog360Retry Retry
        {
            get
            {
                return _entry != null ? _entry.Retry
                    : HttpStatus == 408 || HttpStatus == 429 || HttpStatus >= 500 ? Dialog360Retry.AfterBackoff
                    : Dialog360Retry.Never;
            }
        }

        /// <summary>How long to wait where the details name it; null else.</summary>
        public TimeSpan? RetryAfter { get; }

        /// <summary>Reads the answer to a request. It never throws, whatever the body holds.</summary>
        /// <param name="httpStatus">The HTTP status: what the body says of it may contradict.</param>
        /// <param name="contentType">The content type, or null.</param>
        /// <param name="body">The body: JSON in any of the spellings, HTML, text, cut off, empty or null.</param>
        public static Dialog360Error Read(int httpStatus, string contentType, string body)
        {
            return Dialog360ErrorReader.Read(httpStatus, contentType, body);
        }

#if DIALOG360_HTTP
        /// <summary>Reads a response that is not a success; null for one that is.</summary>
        public static async Task<Dialog360Error> ReadAsync(System.Net.Http.HttpResponseMessage response)
        {
            if (response == null || response.IsSuccessStatusCode)
            {
                return null;
            }

            string type = null;
            string body = null;
            if (response.Content != null)
            {
                type = response.Content.Headers.ContentType == null ? null : response.Content.Headers.ContentType.MediaType;
                try
                {
                    body = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
                }
                catch (Exception exception) when (!(exception is OperationCanceledException))
                {
                    // The status alone has to do: the connection broke, or the character set of the answer does not exist.
                }
            }

            return Read((int)response.StatusCode, type, body);
        }
#endif

        /// <summary>Reads the errors of a status, message or value of a webhook; an empty list where there are none.</summary>
        /// <param name="json">The status, or its <c>errors</c>, or one of them.</param>
        public static IReadOnlyList<Dialog360Error> ReadStatus(string json)
        {
            return Dialog360ErrorReader.ReadStatus(json);
        }

#if DIALOG360_SYSTEM_TEXT_JSON
        /// <summary>Reads the errors of a status, message or value of a webhook; an empty list where there are none.</summary>
        public static IReadOnlyList<Dialog360Error> ReadStatus(System.Text.Json.JsonElement status)
        {
            return Dialog360ErrorReader.ReadStatus(status.ValueKind == System.Text.Json.JsonValueKind.Undefined ? null : status.GetRawText());
        }
#endif

#if DIALOG360_NEWTONSOFT
        /// <summary>Reads the errors of a status, message or value of a webhook; an empty list where there are none.</summary>
        public static IReadOnlyList<Dialog360Error> ReadStatus(Newtonsoft.Json.Linq.JToken status)
        {
            return Dialog360ErrorReader.ReadStatus(status == null ? null : status.ToString());
        }
#endif

        /// <summary>For a log: code, title, details and remedy.</summary>
        public override string ToString()
        {
            string name = Code.HasValue ? Code.Value.ToString(CultureInfo.InvariantCulture) : "HTTP " + HttpStatus.ToString(CultureInfo.InvariantCulture);
            return name + (Title.Length > 0 ? " " + Title : string.Empty) + (Details.Length > 0 && Details != Title ? ": " + Details : string.Empty) + (Remedy.Length > 0 ? " (" + Remedy + ")" : string.Empty);
        }
    }
}
