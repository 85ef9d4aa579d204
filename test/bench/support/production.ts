// Imported before React, which reads it once: its development build takes five times as long.
process.env['NODE_ENV'] = 'production';

export {};
