using System.Runtime.Versioning;

// JSImport and JSExport exist nowhere else.
[assembly: SupportedOSPlatform("browser")]

// Nothing is to be done before the page calls SpotterExports, but every program has to begin somewhere.
return;
