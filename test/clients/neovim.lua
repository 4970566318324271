-- nvim --headless --clean -u neovim.lua ARTICLE: five lines that begin with `ok`, or exit code 1.
local failed = false
local function check(what, ok, got)
  io.stdout:write((ok and 'ok ' or 'FAILED ') .. what .. (ok and '' or ': ' .. vim.inspect(got)) .. '\n')
  failed = failed or not ok
end

vim.api.nvim_create_autocmd('VimEnter', { callback = function() vim.schedule(function()
  local buffer = vim.api.nvim_get_current_buf()
  local uri = vim.uri_from_bufnr(buffer)
  local client = vim.lsp.start_client({
    name = 'newsmark',
    cmd = { vim.env.NEWSMARK_NODE, vim.env.NEWSMARK_SERVER, '--stdio' },
    root_dir = vim.fn.getcwd(),
    get_language_id = function() return 'news-article' end,
  })
  vim.lsp.buf_attach_client(buffer, client)

  local function ask(method, more)
    local params = vim.tbl_extend('force', { textDocument = { uri = uri } }, more or {})
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 30000)
    return answers and answers[client] and answers[client].result
  end
  local function problems() return vim.diagnostic.get(buffer) end

  -- This Neovim cannot pull diagnostics: the server has to push them.
  check('a problem arrives', vim.wait(30000, function() return #problems() == 1 end, 50), problems())
  local problem = problems()[1] or {}
  check('it marks 30 February', problem.lnum == 8 and problem.col == 65 and problem.code == 'impossible-date', problem)
  local hover = ask('textDocument/hover', { position = { line = 6, character = 30 } })
  check('hover', hover and hover.contents.value:find('Maria Santos', 1, true) ~= nil, hover)
  local names = vim.tbl_map(function(symbol) return symbol.name end, ask('textDocument/documentSymbol') or {})
  check('outline', vim.deep_equal(names, { 'People', 'Countries', 'Dates', 'Quotes' }), names)
  vim.api.nvim_buf_set_text(buffer, 8, 65, 8, 76, { '3 April' })
  check('the problem goes after an edit', vim.wait(30000, function() return #problems() == 0 end, 50), problems())
  vim.cmd(failed and 'cquit!' or 'qall!')
end) end })
