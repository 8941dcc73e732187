// The version, in the one place that may differ from package.json only while a test is red.
export const VERSION = "0.1.0";
